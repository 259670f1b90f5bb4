// Other names of large cities that the city data lacks: nicknames, former names, and names in the language of the city.

const table: Readonly<Record<string, readonly string[]>> = {
  'America/New_York': ['NY', 'NYC', 'DC', 'Philly'],
  'America/Los_Angeles': ['LA', 'SF', 'Frisco', 'Vegas'],
  'America/Mexico_City': ['CDMX', 'Ciudad de México'],
  'Asia/Kolkata': ['Bombay', 'Madras', 'Bangalore', 'Bengaluru'],
  'Asia/Hong_Kong': ['HK'],
  'Asia/Kuala_Lumpur': ['KL'],
  'Asia/Shanghai': ['Peking', 'Canton'],
  'Europe/Amsterdam': ['Den Haag'],
  'Europe/Athens': ['Athina'],
  'Europe/Belgrade': ['Beograd'],
  'Europe/Berlin': ['München', 'Muenchen', 'Köln', 'Koeln', 'Nürnberg', 'Düsseldorf', 'Hannover'],
  'Europe/Brussels': ['Bruxelles', 'Brussel', 'Antwerpen'],
  'Europe/Bucharest': ['București'],
  'Europe/Copenhagen': ['København', 'Koebenhavn'],
  'Europe/Lisbon': ['Lisboa'],
  'Europe/Moscow': ['Moskva'],
  'Europe/Prague': ['Praha', 'Prag'],
  'Europe/Rome': ['Roma', 'Milano', 'Napoli', 'Torino', 'Firenze', 'Venezia'],
  'Europe/Stockholm': ['Göteborg'],
  'Europe/Vienna': ['Wien'],
  'Europe/Warsaw': ['Warszawa', 'Kraków'],
  'Europe/Zurich': ['Genève', 'Genf'],
}

export const otherCityNames: readonly { readonly zone: string; readonly name: string }[] = Object.entries(table).flatMap(([zone, names]) =>
  names.map((name) => ({ zone, name })),
)
