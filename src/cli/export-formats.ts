// The formats in which a course can be written, apart from the code that writes them.
export const exportFormats = ['anki', 'gift', 'csv', 'markdown'] as const
