// Whose id it is.
import type { GroupId } from '../../core/quiz.ts'

/** A person, role, or channel of that group: its id begins with the group's. “slack:T1” doesn't own “slack:T12:U3”. */
export const isOfGroup = (group: GroupId, id: string): boolean => id.startsWith(group) && /^[:/]/u.test(id.slice(group.length))
