// What people type to break a bot: for every renderer.

export type Hostile = {
  readonly name: string
  readonly text: string
  /** What of it must be seen exactly so: it is shown, not obeyed. */
  readonly shows: readonly string[]
}

const as = (name: string, text: string, shows: readonly string[] = text.split(/\s+/u)): Hostile => ({ name, text, shows })

export const hostileTexts: readonly Hostile[] = [
  as('a ping of everybody', '@everyone and @here'),
  as('a Slack ping of the channel', '<!channel> <!here> <!everyone>'),
  as('a Slack mention', '<@U012AB3CD> <#C024BE7LR> <!subteam^S1>'),
  as('a Discord mention', '<@123456789012345678> <@&123456789012345678> <#123456789012345678>'),
  as('a Discord command and moment', '</study:123456789012345678> <t:0:R> <:smile:123456789012345678>'),
  as('a Slack date', '<!date^1392734382^{date}|x>'),
  as('bold and italics', '**bold** *star* _under_ __both__ ~~gone~~ ~wave~ ||hidden||'),
  as('code', '`code` ``two`` ```three```'),
  as('an open code block', '``` never closed'),
  as('a masked link', '[click](https://evil.example)', ['[click]', 'evil.example']),
  as('a Slack link', '<https://evil.example|click>', ['evil.example', 'click']),
  as('a heading', '# heading', ['#', 'heading']),
  as('small print', '-# small', ['-#', 'small']),
  as('a quotation', '> quoted', ['>', 'quoted']),
  as('a list', '- item', ['-', 'item']),
  as('a numbered list', '1. first', ['1.', 'first']),
  as('backslashes', String.raw`C:\path\*star\_ \\`, [String.raw`C:\path\*star\_`, String.raw`\\`]),
  as('HTML and entities', '&lt;b&gt; <b>x</b> &amp; & < >', ['&lt;b&gt;', '<b>x</b>', '&amp;']),
  as('JSON', '{"type":"section"} "}]', ['{"type":"section"}', '"}]']),
  as('an emoji name', ':tada: :x:'),
  as('many lines in a name', 'one\n\n\ntwo\r\nthree', ['one', 'two', 'three']),
  as('a false line of the bot', 'Eve\n# The answer: A', ['Eve', '#', 'answer:']),
  as('colors for a terminal', '\u001B[31mred\u001B[0m', ['red']),
  as('a title for a terminal', '\u001B]0;owned\u0007title', ['title']),
  as('control codes', 'a\u0000b\u0008c\u007Fd\u009Be\u0085f', ['a', 'b', 'c', 'd', 'e', 'f']),
  as('a change of direction', 'abc\u202Etxt.exe\u202C \u2066isolated\u2069', ['abc', 'txt.exe', 'isolated']),
  as('letters of no width', 'a\u200Bb\uFEFFc\u2060d\u00ADe', ['a', 'b', 'c', 'd', 'e']),
  as('right to left', 'שלום עולם'),
  as('heaped marks', `z${'\u0351'.repeat(200)}algo`, ['z', 'algo']),
  as('half a letter', 'half \uD83D and \uDE00 other', ['half', 'other']),
  as('an emoji of many parts', '👩‍👩‍👧‍👦 🏳️‍🌈 e\u0301'),
  as('wide letters', '日本語 한국어 中文'),
  as('nothing', '', []),
  as('spaces', '   ', []),
  as('letters that nobody sees', '\u200B\u3164\u2800', []),
  as('a very long word', 'x'.repeat(5000), ['xxxxxxxx', '…']),
  as('very many words', 'many words '.repeat(500), ['many', 'words', '…']),
  as('a long run of what has to be escaped', '*<&>_`'.repeat(900), ['…']),
]
