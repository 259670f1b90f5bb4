// The words of a text that was made for a browser: no tags, no scripts, nothing that runs.

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '–', mdash: '—', hellip: '…', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”' }

/** Leaves alone what is no entity. */
export function withoutEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,8}));/giu, (whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
    if (name !== undefined) return named[name.toLowerCase()] ?? whole
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : ''
  })
}

export const hasPicture = (html: string): boolean => /<(?:img|svg|video|audio|iframe|object)\b/iu.test(html)

/** Line breaks stay where the page would have shown some. */
export function htmlToText(html: string): string {
  const text = html
    .replace(/<(script|style)\b[^>]{0,1000}>[^]*?(?:<\/\1\s*>|$)/giu, '')
    .replace(/<!--[^]*?(?:-->|$)/gu, '')
    .replace(/<(?:br|\/p|\/div|\/li|\/h\d|\/tr)\b[^>]{0,1000}>/giu, '\n')
    .replace(/<\/?[a-z][^<>]{0,1000}>/giu, '')
  return tidy(withoutEntities(text))
}

/** Without spaces at the ends of lines, and without control characters. */
export function tidy(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/gu, '\n')
    .replace(/[\p{Cc}--\n]+/gv, ' ')
    .replace(/ +/gu, ' ')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim()
}

export const tidyLine = (text: string): string => tidy(text).replace(/\s+/gu, ' ')
