// What the bot keeps, for how long, and how it's deleted: the same as data/PRIVACY.md says, for a bot that serves many workspaces.
import { numberOf } from '../../../../core/number-of.ts'
import { html } from './html.ts'
import { contactLink, type Page, type Site } from './layout.ts'

export function privacyPage({ command, operator, contact, keepRemovedDays }: Site): Page {
  const ask = contact === null ? html`the people who run this bot` : contactLink(contact)
  return {
    title: 'Privacy · Studyhall',
    body: html`
<h1>Privacy</h1>
<p class="lead">What Studyhall keeps about you and your workspace, for how long, and how you get it or delete it.</p>

<h2>Who runs it</h2>
<p>${operator === null ? 'The people behind this website run this bot.' : html`${operator} runs this bot.`} They’re responsible for the data${contact === null ? '.' : html`, and you reach them at ${contactLink(contact)}.`} Nobody else gets any of it. There’s no advertising, no tracking, and no cookies, except one that lasts ten minutes while you install the app.</p>

<h2>What it keeps about people</h2>
<p>Only about people who use it, or whom a manager put in a team:</p>
<ul>
<li>your id and name on Slack, and your alias if you chose one</li>
<li>your answers: what you chose, when, whether it was right, your points, and your streak</li>
<li>what you studied alone, what you set aside, and what you ticked off</li>
<li>your reminders with their time zone, and when you said you’re away</li>
<li>what you reported about questions; others read it without your name</li>
<li>which teams you’re in, what you manage, which questions, flashcards, and days off you added, and what you corrected</li>
<li>which of your accounts you linked</li>
</ul>
<p>It doesn’t keep messages or files, and it has no e-mail addresses. It reads only commands, buttons, forms, messages that mention it, and direct messages to it.</p>

<h2>What it keeps about workspaces</h2>
<ul>
<li>the workspace’s id, name, and address</li>
<li>the token that Slack gave the bot, encrypted; the key isn’t in the database</li>
<li>the settings of channels with a daily question, the questions that were asked there, and how many people chose what</li>
</ul>

<h2>Who sees it</h2>
<p>Each workspace sees only its own data, unless two channels agree to share a daily question. What you study alone is for you alone. In a channel, others see your name on leaderboards and among those who were right. <code>${command} privacy</code> lets you hide, or go by an alias. The people who run the bot can read its database.</p>

<h2>How long</h2>
<ul>
<li>As long as the app is installed, until you delete it.</li>
<li>When the app is removed from a workspace, its token is deleted right away, and everything else about the workspace after ${numberOf(keepRemovedDays, 'day')}. If you install the app again before that, everything is as it was.</li>
<li>Backups are replaced one by one, usually after 14 days. Until then they still have what was deleted.</li>
</ul>

<h2>Get it, or delete it</h2>
<ul>
<li><code>${command} export</code> gives you everything about you, as files.</li>
<li><code>${command} forget</code> deletes everything about you, for good.</li>
<li>For all data of a workspace, right away: an admin of the workspace asks ${ask}. Name the workspace’s address.</li>
</ul>`,
  }
}
