// The first page: what the bot is, and how a workspace gets it.
import { numberOf } from '../../../../core/number-of.ts'
import { optionalScopes, scopes } from '../../scopes.ts'
import { html, type Html } from './html.ts'
import { installButton, type Page, type Site } from './layout.ts'

export function landingPage({ command, keepRemovedDays, operator }: Site): Page {
  return {
    title: 'Studyhall: one question a day, for your team',
    body: html`
<h1>One question a day, for your whole team</h1>
<p class="lead">Studyhall posts a short scenario in your Slack channel each working day. People answer with a button, and only they see whether they were right, and why.</p>
<p>${installButton()}</p>
<p class="small">You pick the channel and the time afterward.</p>

<div class="card">
<p>A public web form feeds a function behind a web firewall. A tester words an attack so that it passes the firewall’s rules. Which change removes the flaw itself?</p>
<ol>
<li>Encrypting the records</li>
<li>Checking each field in the function</li>
<li>Turning on the latest firewall rules</li>
</ol>
<p class="small">Your first answer counts. You’ll see right away whether it’s right.</p>
</div>

<h2>What it does</h2>
<ul>
<li><strong>It asks.</strong> One question a working day, at the time you choose. Days off and weekends cost nobody their streak.</li>
<li><strong>It explains.</strong> Why the answer is right, why the others aren’t, and the passage of the study document that says so.</li>
<li><strong>It keeps the group going.</strong> When a question closes, its post shows the answer and how everyone voted. There are leaderboards, teams, and streaks, and people can hide from them.</li>
<li><strong>It’s there to study alone.</strong> Practice, reviews of what’s due, practice exams, flashcards, and a look-up of who is responsible for what.</li>
</ul>

<h2>Get started</h2>
<ol>
<li>Add Studyhall to your workspace with the button above. If apps need approval there, Slack asks an admin first.</li>
<li>In the channel for the questions, type <code>/invite @studyhall</code>.</li>
<li>Type <code>${command} setup</code>, and choose a time and days. The first question can come right away.</li>
</ol>
<p>Anyone can type <code>${command} help</code>, or open the app’s <em>Home</em> tab.</p>

<h2>What it asks permission for</h2>
<ul>
${reasons(scopes)}
</ul>
<p>These are optional; Studyhall works without them:</p>
<ul>
${reasons(optionalScopes)}
</ul>
<p>It reads only messages that mention it or are sent to it directly, and keeps none of them.</p>

<h2>Your data</h2>
<p>Each workspace sees only its own. If you remove the app, its daily questions stop right away, and everything about your workspace is deleted after ${numberOf(keepRemovedDays, 'day')}, or sooner if you ask. <a href="/privacy">Privacy</a> has the details.${operator === null ? '' : html` Studyhall is run here by ${operator}.`}</p>
<p>${installButton()}</p>`,
  }
}

const reasons = (asked: Readonly<Record<string, string>>): readonly Html[] => Object.entries(asked).map(([scope, reason]) => html`<li><code>${scope}</code>: ${reason}</li>`)
