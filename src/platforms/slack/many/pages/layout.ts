// How every page looks: one column, on a phone and on a desktop, light and dark. Nothing is loaded from anywhere.
import { createHash } from 'node:crypto'
import { installPath } from '../paths.ts'
import { html, type Html } from './html.ts'

/** `contact`: an e-mail address or a link. `operator`: who runs the bot. Null where nobody said. */
export type Site = {
  readonly publicUrl: string
  /** The slash command in Slack. */
  readonly command: string
  readonly operator: string | null
  readonly contact: string | null
  readonly keepRemovedDays: number
}

export type Page = { readonly title: string; readonly body: Html }

const style = `
:root { color-scheme: light dark; --ink: #1d2330; --soft: #596275; --line: #d9dde5; --paper: #ffffff; --card: #f5f6f9; --accent: #1f3b57; --on-accent: #ffffff; --link: #1a5a96; }
@media (prefers-color-scheme: dark) { :root { --ink: #e7eaf0; --soft: #a3adbf; --line: #353d4b; --paper: #14181f; --card: #1c222c; --accent: #9cc4ee; --on-accent: #10202f; --link: #8fbff0; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; overflow-wrap: break-word; }
header, main, footer { max-width: 42rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 1.25rem; display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; align-items: baseline; }
header .name { font-weight: 700; margin-right: auto; color: var(--ink); text-decoration: none; }
footer { margin-top: 3rem; padding-top: 1rem; padding-bottom: 2rem; border-top: 1px solid var(--line); color: var(--soft); font-size: 0.9375rem; }
h1 { font-size: clamp(1.75rem, 5vw, 2.375rem); line-height: 1.2; margin: 2rem 0 0.75rem; text-wrap: balance; }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 2.25rem 0 0.5rem; }
p, ul, ol { margin: 0 0 1rem; }
ul, ol { padding-left: 1.25rem; }
li { margin-bottom: 0.375rem; }
a { color: var(--link); }
a:focus-visible { outline: 3px solid var(--link); outline-offset: 3px; border-radius: 0.25rem; }
code { font: 0.9375em ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; background: var(--card); border: 1px solid var(--line); border-radius: 0.25rem; padding: 0.05em 0.3em; white-space: nowrap; }
.lead { font-size: 1.1875rem; color: var(--soft); }
.button { display: inline-block; background: var(--accent); color: var(--on-accent); font-weight: 600; text-decoration: none; padding: 0.75rem 1.375rem; border-radius: 0.5rem; }
.button:hover { text-decoration: underline; }
.small { color: var(--soft); font-size: 0.9375rem; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 0.75rem; padding: 1rem 1.25rem; margin: 1.5rem 0; }
.card ol { list-style: upper-alpha; margin-bottom: 0.75rem; padding-left: 1.5rem; }
.card p:last-child { margin-bottom: 0; }
`

/** No script, no frame, no form, nothing from elsewhere: only the style above. */
const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

export const pageHeaders: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': policy,
  // The address after an installation has a code in it.
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

export function written({ title, body }: Page): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${{ html: style }}</style>
</head>
<body>
<header><a class="name" href="/">Studyhall</a><a href="/privacy">Privacy</a><a href="/support">Support</a></header>
<main>
${body}
</main>
<footer>Studyhall is a study bot for teams. <a href="/privacy">What it keeps about you</a> · <a href="/support">Help</a></footer>
</body>
</html>
`.html
}

/** Mail, or a page. */
export function contactLink(contact: string): Html {
  return /^https?:\/\//u.test(contact) ? html`<a href="${contact}">${contact.replace(/^https?:\/\//u, '')}</a>` : html`<a href="mailto:${contact}">${contact}</a>`
}

export const installButton = (words = 'Add Studyhall to Slack'): Html => html`<a class="button" href="${installPath}">${words}</a>`
