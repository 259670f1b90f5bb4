// Help for people whose workspace has the bot, and for those who add it.
import { numberOf } from '../../../../core/number-of.ts'
import { html } from './html.ts'
import { contactLink, installButton, type Page, type Site } from './layout.ts'

export function supportPage({ command, contact, keepRemovedDays }: Site): Page {
  return {
    title: 'Support · Studyhall',
    body: html`
<h1>Support</h1>
<p class="lead">${contact === null ? 'Ask the people who run this bot.' : html`Write to ${contactLink(contact)}. Say which workspace it’s about, and what you did.`}</p>

<h2>No question came</h2>
<p>Type <code>${command} status</code> in the channel. It says when the next question comes, and why one is missing. Managers get a message if something went wrong.</p>

<h2>The bot can’t post in a channel</h2>
<p>Type <code>/invite @studyhall</code> there. In a private channel it can’t see anything before that.</p>

<h2>The bot doesn’t answer</h2>
<p>Try again in a minute. If it says that it isn’t installed, somebody removed the app. Add it again within ${numberOf(keepRemovedDays, 'day')}, and everything is as it was.</p>
<p>${installButton('Add Studyhall again')}</p>

<h2>The questions are still paused after the app came back</h2>
<p>A manager types <code>${command} resume</code> in the channel. The bot tells them so.</p>

<h2>A question is wrong</h2>
<p>Press <em>Report</em> under the explanation, or type <code>${command} report</code>. Managers see it, without your name.</p>

<h2>Remove it</h2>
<p>In Slack, open the app’s page under <em>Apps</em>, then <em>Configuration</em>, and choose <em>Remove app</em>. What happens to your data then is under <a href="/privacy">Privacy</a>.</p>`,
  }
}
