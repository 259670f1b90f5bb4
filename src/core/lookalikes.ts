// Letters that look like other ones, for comparing names. The table is the part of Unicode's confusables that ends in small Latin letters, with
// some that look alike only as capitals or upside down: https://www.unicode.org/reports/tr39/#Confusable_Detection

const alike: Readonly<Record<string, string>> = {
  a: 'ɐɑαλаᗅᴀꓮꭺ',
  aa: 'ꜳ',
  ae: 'æӕ',
  ao: 'ꜵ',
  au: 'ꜷ',
  av: 'ꜹꜻ',
  ay: 'ꜽ',
  b: 'ƀƃƅɓʙβбвьѣҍᏼᑲᑳᑾᑿᒀᒁᒈᖯᗷꓐꞵꮟ',
  bl: 'ы',
  c: 'ƈȼςϲсҫᴄⲥꓚꮯ',
  d: 'ðđƌɖɗδԁᑯᑺᑻᒇᗞᗪᴅꓒꓓꭰꮷ',
  dz: 'ʣ',
  e: 'ǝɇəεезёєҽҿᴇⴹꓰꬲꭼ',
  f: 'ƒϝքᖴᵮẝꓝꜰꞙꬵ',
  g: 'ƍǥɠɡԍցᏻᶃꓖꮐ',
  h: 'ħɦʜнћңһӈӊհᏺᕼⱨⲏꓧꚕꮋꮒ',
  j: 'ɉʝϳјᒍᒘᒙᴊꓙꭻ',
  k: 'ƙκкқҟᛕᴋⱪⲕꓗꝁꮶ',
  l: 'ıłƚǀɨɩɪɫɭʟιіӏ\u05d5\u05df\u05f1\u0627\u0661\u0673۱\u07caᒪᒶᒷᛁᵻᵼⲓⳑⵏꓡꓲꙇꭵꮮ',
  ll: 'ǁ\u05f0',
  lo: 'ю',
  ls: 'ʪ',
  lz: 'ʫ',
  m: 'ʍμϻмӎᗰᛖⲙꓟꮇ',
  n: 'ƞɲɳɴηпոռᵰⲛꓠ',
  o: 'øɵθοσоѳөօ\u05e1\u0647\u0665\u06be\u06c1\u06d5۵\u06ff\u07c0०০੦૦ଠ୦௦౦೦ഠ൦๐໐တဝ၀ჿዐᴏᴑⲟⴱⵁⵔ〇ꓳꝋꬽꬾꭴꮎꮻ',
  oe: 'œ',
  oo: 'ꚙꝏ',
  p: 'ƥρрᑭᑶᑷᒆᴘᵽⲣꓑꮲ',
  q: 'ʠԛգզⵕ',
  r: 'ɍɼɽʀгяґғᖇᴦᵲⲅꓣꭇꭈꭱꮁꮢ',
  rn: 'ɱᵯ',
  s: 'ƨƽʂѕտᵴꓢꜱꮥꮪ',
  ss: 'ß',
  t: 'ŧƭʈτтҭᴛᵵⱦⲧꓔꭲ',
  t3: 'ꜩ',
  tf: 'ꝷ',
  th: 'þ',
  ts: 'ʦ',
  u: 'ʉʋυцսሀᑌᑗᑘᑧᴜᵾꓴꞟꭎꭒꮜ',
  ue: 'ᵫ',
  uo: 'ꭣ',
  v: 'νѵ\u05d8\u0667۷ᐯᐺᐻᴠⴸꓦꛟꮩ',
  w: 'ɯωѡѽԝաᴡꓪꝡꮃꮤ',
  x: 'χхҳᕁᕽᚷⲭⵝꓫꭓ',
  y: 'ƴɏɣʏγуүұყᶌỿⲩꓬꭚꭹꮍ',
  z: 'ƶȥʐζᴢᵶꓜꮓ',
}

/** As people write them for letters: `B0b`, `4da`, `M4rc3l`. */
const digits: Readonly<Record<string, string>> = { o: '0', l: '1i', e: '3', a: '4', s: '5', t: '7', b: '8' }

const plain: ReadonlyMap<string, string> = new Map([alike, digits].flatMap((table) => Object.entries(table)).flatMap(([letter, others]) => [...others].map((other) => [other, letter] as const)))

/** Texts with the same skeleton look the same, or nearly: whatever their letter case, accents, spaces, signs, and script. */
export function skeleton(text: string): string {
  const letters = text.normalize('NFKD').replaceAll(/\p{M}+/gu, '').toLowerCase().normalize('NFKD').replaceAll(/[^\p{L}\p{N}]+/gu, '')
  return [...letters].map((letter) => plain.get(letter) ?? letter).join('').replaceAll('rn', 'm').replaceAll('vv', 'w')
}
