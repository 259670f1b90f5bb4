// Stands before a fake platform: a test may carry out a request later, or never. Without one every request is carried out at once.

export type Call = { readonly method: string; readonly path: string; readonly body: string }

export type Doorkeeper = (call: Call, carryOut: () => void) => void

export const letIn: Doorkeeper = (_, carryOut) => carryOut()
