// Abbreviations of time zones, with the zones that people who type them mean. None is read as a zone: most stand for several, and
// each names one half of the year only.

const table: Readonly<Record<string, readonly string[]>> = {
  // North America
  ET: ['America/New_York'], EST: ['America/New_York', 'America/Panama'], EDT: ['America/New_York'], EST5EDT: ['America/New_York'],
  CT: ['America/Chicago'], CST: ['America/Chicago', 'Asia/Shanghai', 'America/Havana'], CDT: ['America/Chicago'], CST6CDT: ['America/Chicago'],
  MT: ['America/Denver'], MST: ['America/Denver', 'America/Phoenix'], MDT: ['America/Denver'], MST7MDT: ['America/Denver'],
  PT: ['America/Los_Angeles'], PST: ['America/Los_Angeles', 'Asia/Manila'], PDT: ['America/Los_Angeles'], PST8PDT: ['America/Los_Angeles'],
  AST: ['America/Halifax', 'America/Puerto_Rico', 'Asia/Riyadh'], ADT: ['America/Halifax'], NST: ['America/St_Johns'], NDT: ['America/St_Johns'],
  AKT: ['America/Anchorage'], AKST: ['America/Anchorage'], AKDT: ['America/Anchorage'],
  HST: ['Pacific/Honolulu'], HDT: ['America/Adak'], HAST: ['Pacific/Honolulu'], HADT: ['America/Adak'],
  // South America
  BRT: ['America/Sao_Paulo'], BRST: ['America/Sao_Paulo'], ART: ['America/Argentina/Buenos_Aires'], CLT: ['America/Santiago'], CLST: ['America/Santiago'],
  COT: ['America/Bogota'], PET: ['America/Lima'], VET: ['America/Caracas'], BOT: ['America/La_Paz'], ECT: ['America/Guayaquil'], UYT: ['America/Montevideo'],
  PYT: ['America/Asuncion'], PYST: ['America/Asuncion'], GYT: ['America/Guyana'], AMT: ['America/Manaus', 'Asia/Yerevan'],
  // Europe
  GMT: ['Europe/London', 'Africa/Accra', 'UTC'], BST: ['Europe/London', 'Asia/Dhaka'],
  WET: ['Europe/Lisbon'], WEST: ['Europe/Lisbon'], CET: ['Europe/Berlin', 'Europe/Paris', 'Africa/Tunis'], CEST: ['Europe/Berlin', 'Europe/Paris'],
  MET: ['Europe/Berlin'], MEST: ['Europe/Berlin'], MEZ: ['Europe/Berlin'], MESZ: ['Europe/Berlin'],
  EET: ['Europe/Athens', 'Europe/Helsinki', 'Africa/Cairo'], EEST: ['Europe/Athens', 'Europe/Helsinki'],
  MSK: ['Europe/Moscow'], MSD: ['Europe/Moscow'], FET: ['Europe/Minsk'], SAMT: ['Europe/Samara'], TRT: ['Europe/Istanbul'], AZOT: ['Atlantic/Azores'],
  // Africa
  WAT: ['Africa/Lagos'], WAST: ['Africa/Windhoek'], CAT: ['Africa/Maputo'], EAT: ['Africa/Nairobi'], SAST: ['Africa/Johannesburg'],
  // Asia
  IST: ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem'], IDT: ['Asia/Jerusalem'], GST: ['Asia/Dubai'], IRST: ['Asia/Tehran'], IRDT: ['Asia/Tehran'],
  AFT: ['Asia/Kabul'], PKT: ['Asia/Karachi'], NPT: ['Asia/Kathmandu'], BDT: ['Asia/Dhaka'], BTT: ['Asia/Thimphu'], MMT: ['Asia/Yangon'],
  ICT: ['Asia/Bangkok', 'Asia/Ho_Chi_Minh'], WIB: ['Asia/Jakarta'], WITA: ['Asia/Makassar'], WIT: ['Asia/Jayapura'],
  SGT: ['Asia/Singapore'], SST: ['Asia/Singapore', 'Pacific/Pago_Pago'], HKT: ['Asia/Hong_Kong'], MYT: ['Asia/Kuala_Lumpur'], PHT: ['Asia/Manila'], PHST: ['Asia/Manila'],
  JST: ['Asia/Tokyo'], KST: ['Asia/Seoul'], ULAT: ['Asia/Ulaanbaatar'], ALMT: ['Asia/Almaty'], UZT: ['Asia/Tashkent'], AZT: ['Asia/Baku'], GET: ['Asia/Tbilisi'],
  YEKT: ['Asia/Yekaterinburg'], OMST: ['Asia/Omsk'], NOVT: ['Asia/Novosibirsk'], KRAT: ['Asia/Krasnoyarsk'], IRKT: ['Asia/Irkutsk'], YAKT: ['Asia/Yakutsk'],
  VLAT: ['Asia/Vladivostok'], MAGT: ['Asia/Magadan'], PETT: ['Asia/Kamchatka'],
  // Australia and the Pacific
  AET: ['Australia/Sydney'], AEST: ['Australia/Sydney', 'Australia/Brisbane'], AEDT: ['Australia/Sydney'],
  ACST: ['Australia/Adelaide', 'Australia/Darwin'], ACDT: ['Australia/Adelaide'], AWST: ['Australia/Perth'], AWDT: ['Australia/Perth'],
  NZ: ['Pacific/Auckland'], NZT: ['Pacific/Auckland'], NZST: ['Pacific/Auckland'], NZDT: ['Pacific/Auckland'],
  CHST: ['Pacific/Guam'], PGT: ['Pacific/Port_Moresby'], FJT: ['Pacific/Fiji'], TOT: ['Pacific/Tongatapu'],
}

/** Undefined for what is not one of the table. */
export function zonesMeantBy(abbreviation: string): readonly string[] | undefined {
  const name = abbreviation.trim().toUpperCase()
  return Object.hasOwn(table, name) ? table[name] : undefined
}
