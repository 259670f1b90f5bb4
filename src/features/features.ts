// What people can do, in the order in which help shows it. To add a feature, add its folder and name it here.
import { away } from './away/face.ts'
import { boards } from './boards/face.ts'
import { cards } from './cards/face.ts'
import { cases } from './cases/face.ts'
import { checklist } from './checklist/face.ts'
import { correct } from './correct/face.ts'
import { daily } from './daily/face.ts'
import { daysOff } from './days-off/face.ts'
import { diagrams } from './diagrams/face.ts'
import { drill } from './drill/face.ts'
import { duties } from './duties/face.ts'
import { exam } from './exam/face.ts'
import { exporting } from './export/face.ts'
import { feature, type Feature } from './feature.ts'
import { finalBoard } from './final-board/face.ts'
import { forget } from './forget/face.ts'
import { help } from './help/face.ts'
import { insight } from './insight/face.ts'
import { linking } from './link/face.ts'
import { lookup } from './lookup/face.ts'
import { manage } from './manage/face.ts'
import { me } from './me/face.ts'
import { practice } from './practice/face.ts'
import { privacy } from './privacy/face.ts'
import { read } from './read/face.ts'
import { reference } from './reference/face.ts'
import { report } from './report/face.ts'
import { review } from './review/face.ts'
import { seasons } from './seasons/face.ts'
import { share } from './share/face.ts'
import { team } from './team/face.ts'
import { teams } from './teams/face.ts'
import { weekly } from './weekly/face.ts'

export const features: readonly Feature[] = [
  feature(daily, { answers: () => import('./daily/answers.ts'), samples: () => import('./daily/samples.ts'), home: () => import('./daily/home.ts') }),
  feature(practice, { answers: () => import('./practice/answers.ts'), samples: () => import('./practice/samples.ts') }),
  feature(review, { answers: () => import('./review/answers.ts'), samples: () => import('./review/samples.ts') }),
  feature(cards, { answers: () => import('./cards/answers.ts'), samples: () => import('./cards/samples.ts') }),
  feature(drill, { answers: () => import('./drill/answers.ts'), samples: () => import('./drill/samples.ts') }),
  feature(cases, { answers: () => import('./cases/answers.ts'), samples: () => import('./cases/samples.ts') }),
  feature(exam, { answers: () => import('./exam/answers.ts'), samples: () => import('./exam/samples.ts') }),
  feature(checklist, { answers: () => import('./checklist/answers.ts'), samples: () => import('./checklist/samples.ts') }),
  feature(me, { answers: () => import('./me/answers.ts'), samples: () => import('./me/samples.ts') }),
  feature(boards, { answers: () => import('./boards/answers.ts'), samples: () => import('./boards/samples.ts'), home: () => import('./boards/home.ts') }),
  feature(away, { answers: () => import('./away/answers.ts'), samples: () => import('./away/samples.ts') }),
  feature(lookup, { answers: () => import('./lookup/answers.ts'), samples: () => import('./lookup/samples.ts'), home: () => import('./lookup/home.ts') }),
  feature(read, { answers: () => import('./read/answers.ts'), samples: () => import('./read/samples.ts') }),
  feature(reference, { answers: () => import('./reference/answers.ts'), samples: () => import('./reference/samples.ts') }),
  feature(diagrams, { answers: () => import('./diagrams/answers.ts'), samples: () => import('./diagrams/samples.ts') }),
  feature(privacy, { answers: () => import('./privacy/answers.ts'), samples: () => import('./privacy/samples.ts'), home: () => import('./privacy/home.ts') }),
  feature(linking, { answers: () => import('./link/answers.ts'), samples: () => import('./link/samples.ts') }),
  feature(exporting, { answers: () => import('./export/answers.ts'), samples: () => import('./export/samples.ts') }),
  feature(forget, { answers: () => import('./forget/answers.ts'), samples: () => import('./forget/samples.ts') }),
  feature(manage, { answers: () => import('./manage/answers.ts'), samples: () => import('./manage/samples.ts'), home: () => import('./manage/home.ts') }),
  feature(daysOff, { answers: () => import('./days-off/answers.ts'), samples: () => import('./days-off/samples.ts') }),
  feature(correct, { answers: () => import('./correct/answers.ts'), samples: () => import('./correct/samples.ts') }),
  feature(seasons, { answers: () => import('./seasons/answers.ts'), samples: () => import('./seasons/samples.ts') }),
  feature(teams, { answers: () => import('./teams/answers.ts'), samples: () => import('./teams/samples.ts') }),
  feature(finalBoard, { answers: () => import('./final-board/answers.ts'), samples: () => import('./final-board/samples.ts') }),
  feature(share, { answers: () => import('./share/answers.ts'), samples: () => import('./share/samples.ts') }),
  feature(insight, { answers: () => import('./insight/answers.ts'), samples: () => import('./insight/samples.ts') }),
  feature(weekly, { answers: () => import('./weekly/answers.ts'), samples: () => import('./weekly/samples.ts') }),
  feature(report, { answers: () => import('./report/answers.ts'), samples: () => import('./report/samples.ts') }),
  feature(team, { answers: () => import('./team/answers.ts'), samples: () => import('./team/samples.ts') }),
  feature(duties, { answers: () => import('./duties/answers.ts'), samples: () => import('./duties/samples.ts') }),
  feature(help, { answers: () => import('./help/answers.ts'), samples: () => import('./help/samples.ts'), home: () => import('./help/home.ts') }),
]
