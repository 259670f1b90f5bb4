// Flashcards as people have them in files.
import { expect, test } from 'vitest'
import { readCards } from '../../src/course/import/cards.ts'

const read = (text: string, file = ''): readonly (string | readonly string[])[] | undefined => {
  const found = readCards(text, file)
  return found === undefined ? undefined : [found.format, ...found.cards.map((card) => ('problem' in card ? card.problem : [card.front, card.back, card.name, card.topic]))]
}

test('Anki text, with its columns, tags as HTML, a quote in the middle of a field, and the deck of each', () => {
  const text = [
    '#separator:tab', '#html:true', '#guid column:1', '#notetype column:2', '#deck column:3', '#tags column:6',
    'aB;x\tBasic\tOps::On call\tWho holds the <b>pager</b>?\tThe &quot;primary&quot;<br>engineer\tops',
    'aC\tBasic\tOps\tA 5" disk\t"Old, with ""quotes"""\t',
  ].join('\n')
  expect(read(text)).toEqual(['Anki text', ['Who holds the pager?', 'The "primary" engineer', 'aB;x', 'On call'], ['A 5" disk', 'Old, with "quotes"', 'aC', 'Ops']])
})

test('Anki text with another separator and one deck for all', () => {
  expect(read('#separator:Semicolon\n#html:false\n#deck:Ops\nfront;back\n')).toEqual(['Anki text', ['front', 'back', '', 'Ops']])
})

test('text with a tab or a semicolon in each line', () => {
  expect(read('one\tuno\r\ntwo\tdos\r\n', 'words.txt')).toEqual(['Anki text', ['one', 'uno', '', ''], ['two', 'dos', '', '']])
  expect(read('one; uno\ntwo;dos\n', 'words.txt')).toEqual(['Anki text', ['one', 'uno', '', ''], ['two', 'dos', '', '']])
  expect(read('one\tuno\nnothing\n', 'words.txt')).toBeUndefined()
  expect(read('Who pays; and when?\n* We; now\n- They\n', 'words.txt')).toBeUndefined()
})

test('gaps to fill are asked on the front and told on the back', () => {
  expect(read('#separator:tab\n{{c1::RDS::service}} patches the {{c2::engine}}\tMostly')).toEqual(['Anki text', ['[service] patches the […]', 'RDS, engine. Mostly', '', '']])
})

test('sounds are left out, and a side that is a picture alone is refused', () => {
  expect(read('#separator:tab\nHola [sound:hola.mp3]\tHello\n<img src="a.png">\tA cat\nOnly this\t')).toEqual([
    'Anki text', ['Hola', 'Hello', '', ''], 'It shows a picture, and cards are text only.', 'Its back is empty.',
  ])
})

test('Kotoba: several answers are one back, with the comment below', () => {
  const deck = '\uFEFFQuestion,Answers,Comment,Instructions,Render as\n犬,"いぬ, inu",A pet,Type the reading!,Image\n猫,ねこ,,,\n'
  expect(read(deck, 'deck.csv')).toEqual(['Kotoba CSV', ['犬', 'いぬ or inu. A pet', '', ''], ['猫', 'ねこ', '', '']])
})

test('a table with a front and a back', () => {
  expect(read('Term,Definition,Topic\nSLO,"A target, agreed",Reliability\n')).toEqual(['CSV', ['SLO', 'A target, agreed', '', 'Reliability']])
})

test('a table of questions with options is none', () => {
  expect(read('question,a,b,right\nWho?,We,They,a\n', 'q.csv')).toBeUndefined()
  expect(read('question,answer,wrong answer 1\nWho?,We,They\n', 'q.csv')).toBeUndefined()
  expect(read('Who?\n* We\n- They\n')).toBeUndefined()
})
