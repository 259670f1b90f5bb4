// The ids of forms and checkboxes: written when they are drawn, read when they come back filled in.

/** Forms are versioned as controls are: one of another version is answered as an outdated button is. */
const formVersion = 'v1:'
export const formId = (command: string): string => formVersion + command

/** The command that a form belongs to; undefined for a form of another version. */
export const commandOfForm = (form: string | undefined): string | undefined =>
  form?.startsWith(formVersion) === true ? form.slice(formVersion.length) : undefined

/** The id of a question's checkboxes. What is checked is read when the question's button is pressed. */
export const pickId = (question: string): string => `v1:pick:${question}`
/** Whether an action is the checking of such a box, in any version. */
export const isPick = (actionId: string): boolean => /^v\d+:pick:/u.test(actionId)
