// Pages as text. Everything that comes from elsewhere is escaped where it's put in, so no page can be made to do anything.

/** What is safe to put into a page as it is. */
export type Html = { readonly html: string }

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

export const escaped = (text: string): string => text.replace(/[&<>"']/gu, (mark) => marks[mark] ?? mark)

/** html`<p>${text}</p>`: texts are escaped, and pieces of a page are not. */
export function html(parts: TemplateStringsArray, ...values: readonly (string | number | Html | readonly Html[])[]): Html {
  return { html: parts.map((part, at) => part + piece(values[at])).join('') }
}

function piece(value: string | number | Html | readonly Html[] | undefined): string {
  if (value === undefined) return ''
  if (typeof value === 'string' || typeof value === 'number') return escaped(String(value))
  return 'html' in value ? value.html : value.map(({ html: each }) => each).join('\n')
}
