// What the file system refused, as a sentence for the person who named the file.
import { OperatorError } from './operator-error.ts'

const sentences: Readonly<Record<string, (path: string) => string>> = {
  EEXIST: (path) => `${path} is there already, and nothing is overwritten. Choose another name, or remove it first.`,
  ENOENT: (path) => `${path} can't be written, because its folder doesn't exist. Create the folder, or choose another place.`,
  EACCES: (path) => `You don't have permission for ${path}. Change its permissions, or choose another place.`,
  EPERM: (path) => `${path} can't be changed: the system doesn't allow it. Choose another place.`,
  EROFS: (path) => `${path} is on a disk that can only be read. Choose another place.`,
  ENOTDIR: (path) => `${path} can't be used, because a part of it is a file and no folder. Choose another place.`,
  EISDIR: (path) => `${path} is a folder. Name a file.`,
  ENOSPC: (path) => `There is no room left on the disk of ${path}.`,
}

/** @throws OperatorError for what the file system refuses */
export function withoutFaults<Result>(path: string, work: () => Result): Result {
  try {
    return work()
  } catch (fault) {
    throw asOperatorError(fault, path)
  }
}

/** Any other fault stays what it is. @param fallback where the fault names no file */
export function asOperatorError(fault: unknown, fallback: string): unknown {
  if (!(fault instanceof Error) || !('code' in fault) || !('syscall' in fault)) return fault
  const path = 'path' in fault && typeof fault.path === 'string' ? fault.path.replace(/\.new-\d+$/u, '') : fallback
  const sentence = sentences[String(fault.code)]
  return new OperatorError(sentence === undefined ? `${path} can't be used (${fault.message}).` : sentence(path), { cause: fault })
}
