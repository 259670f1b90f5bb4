// The id of a modal: which command's form it is. Versioned as controls are.

const prefix = 'v1:form:'

export const formId = (command: string): string => prefix + command

/** Undefined for a form of another version. */
export const commandOfForm = (id: string): string | undefined => (id.startsWith(prefix) ? id.slice(prefix.length) : undefined)
