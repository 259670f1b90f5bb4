// Stands before a fake platform: a test may carry out a request later, or never. Without one every request is carried out at once.

/** `by`: who sent it, where several programs were each given an address of its own. */
export type Call = { readonly method: string; readonly path: string; readonly body: string; readonly by?: string | undefined }

export type Doorkeeper = (call: Call, carryOut: () => void) => void

export const letIn: Doorkeeper = (_, carryOut) => carryOut()

/** The address of a fake for one of several programs. */
export const addressFor = (by: string, address: string): string => address.replace(/(?<=:\d+)\//u, `/by/${by}/`)

/** @param path of a request to such an address, or to the plain one */
export function senderOf(path: string): { readonly by: string | undefined; readonly path: string } {
  const [whole = '', by] = /^\/by\/([^/]+)/u.exec(path) ?? []
  return { by, path: path.slice(whole.length) }
}
