// What somebody sees at the end of an installation.
import { numberOf } from '../../../../core/number-of.ts'
import type { FailedKind } from '../install-outcome.ts'
import { html, type Html } from './html.ts'
import { contactLink, installButton, type Page, type Site } from './layout.ts'

/** `name`: of the workspace or the organization. `isWhole`: the app was installed in a whole organization. */
export type GrantedTo = { readonly name: string | null; readonly app: string | null; readonly team: string | null; readonly isWhole: boolean }

export function installedPage({ command, keepRemovedDays }: Site, { name, app, team, isWhole }: GrantedTo): Page {
  const openSlack = app === null || team === null ? html`` : html`<p><a class="button" href="https://slack.com/app_redirect?app=${encodeURIComponent(app)}&amp;team=${encodeURIComponent(team)}">Open Slack</a></p>`
  const where = name ?? (isWhole ? 'your organization' : 'your workspace')
  return {
    title: 'Studyhall is installed',
    body: html`
<h1>Studyhall is in ${where}</h1>
${isWhole ? html`<p>An admin of the organization still chooses which workspaces get it: <em>Organization settings</em>, <em>Integrations</em>, <em>Installed apps</em>.</p>` : ''}
<p>Two steps, and the first question can come:</p>
<ol>
<li>In the channel for the questions, type <code>/invite @studyhall</code>.</li>
<li>Type <code>${command} setup</code> there, and choose a time and days.</li>
</ol>
<p>If it was removed less than ${numberOf(keepRemovedDays, 'day')} ago, everything is as it was. Type <code>${command} resume</code> in channels whose questions were paused.</p>
${openSlack}`,
  }
}

type Shown = { readonly title: string; readonly lines: readonly string[]; readonly again: string | null }

const shown: Readonly<Record<Exclude<FailedKind, 'begin'>, Shown>> = {
  denied: { title: 'Studyhall wasn’t added', lines: ['You canceled it in Slack. Nothing was installed, and nothing was saved.'], again: 'Add Studyhall to Slack' },
  state: {
    title: 'Let’s start over',
    lines: ['This link is more than ten minutes old, or it was opened in a different browser or at a different address than the one you started from.', 'Nothing was installed. Start again here, and stay in this browser.'],
    again: 'Begin again',
  },
  used: { title: 'This link was used already', lines: ['Slack takes each link once, and only for a few minutes. If Studyhall answers in your workspace, it’s there. If not, begin again.'], again: 'Begin again' },
  'no-token': { title: 'Slack didn’t let Studyhall in', lines: ['Slack confirmed the installation, but gave the bot no token for your workspace. Nothing was saved.'], again: 'Try again' },
  database: { title: 'Try again in a minute', lines: ['Studyhall can’t reach its database right now, so your installation couldn’t be saved. Slack may show the app already; it answers once you’ve tried again.'], again: 'Try again' },
  slack: { title: 'Slack isn’t answering', lines: ['Studyhall couldn’t reach Slack to finish the installation. Nothing was saved. Try again in a minute.'], again: 'Try again' },
  settings: { title: 'Studyhall isn’t set up right', lines: ['Slack doesn’t accept this bot’s credentials or its address. You can’t fix that, but the people who run the bot can: SLACK_CLIENT_ID, SLACK_CLIENT_SECRET, and PUBLIC_URL have to match the app’s settings in Slack.'], again: null },
  rotation: { title: 'Studyhall isn’t set up right', lines: ['Token rotation is on in the app’s settings in Slack, and this bot works without it. The people who run the bot need to create the app again from its manifest.'], again: null },
}

export function failedPage({ contact }: Site, kind: Exclude<FailedKind, 'begin'>): Page {
  const { title, lines, again } = shown[kind]
  return {
    title,
    body: html`
<h1>${title}</h1>
${lines.map((line): Html => html`<p>${line}</p>`)}
${again === null ? '' : html`<p>${installButton(again)}</p>`}
${contact === null ? '' : html`<p class="small">If it doesn’t work, write to ${contactLink(contact)}.</p>`}`,
  }
}
