// English words that say nothing about what is asked: grammar, small talk, and the words for responsibility itself.
import { stem } from './words.ts'

const grammar = `
a an the this that these those it its itself he she they them their theirs we us our ours you your yours i me my mine im ive id
and or but nor so if then than as at by for from in into of off on onto out over per to up upon with within without about after
again against all also always am any anybody anyone anything are aren arent around be because been before being below between both
can cannot cant could couldnt d did didnt do does doesnt doing don done dont down during each either else ever every everybody
everyone everything few get gets getting got had hadnt has hasnt have havent having here how i'm if in instead is isn isnt it's
just let lets like ll many may maybe me might more most much must myself need needed needs never no nobody none not nothing now of
once one ones only other others otherwise ought ours ourselves own perhaps please pls plz rather re really s same shall should
shouldnt since some somebody someone something still such t than that's there theres they're thing things though through thus til
till too under until us use used uses using ve very via was wasnt way we're well were weren what whats when whenever where wheres
whether which while who who's whoever whole whom whos whose why will with wont would wouldnt yes yet yourself yourselves etc ie eg
vs versus two three four five six seven eight nine ten
`
const duty = `
accountable accountability service services system systems assign assigned belong belongs blame care cared charge cloud control controlled
controlling controls customer customers deal deals duty duties ensure ensures ensuring fall falls fault guarantee handle handled handles
handling involved job jobs keep keeps keeping kept lie lies liable liability look looked looking looks make makes making manage managed
manager manages managing management obligation obligations owned owner owners ownership owning owns part parts party perform performed
performs protect protected protecting protection protects provider providers responsability responsable responsibilities responsibility
responsible role's secure secured secures securing security share shares side sides split splits divide divides divided division divisions distribution distributed joint jointly mutual blamed take taken takes taking task tasks vendor
half halves filled homework chore chores desk plate shoulders land lands turf enough vendors work works hyperscaler tenant client clients subscriber organisation organization company companies business
`
const talk = `
able feature features absolutely actual actually after ago aint already alright anyway ask asked asking asks away back bad basically begin best better
big bit boss bring brings broken buy bring call called came cannot case cases chance clear clearly come comes coming confused consider
correct correctly couple course currently damn day days definitely depend depends describe detail details different differ differs
difference differences compare compared comparison doc docs documents early easy end environment exactly exam example examples expected
expect explain explained fact fast feel figure find fine first following found full fully fun gave general generally give given gives
giving go goes going gonna good great guess guy guys hand hands happen happened happens happening hard help hello hey hi hm hmm hold
huh idea important include included includes including info inside interested issue issues kind know known last later lead learn
least left less life little lol long longer look lot lots main mainly manner matter mean means meaning meant mention mentioned middle
mind moment month morning need new next nice normal normally note number often oh ok okay old open order ordinary outside overall
particular people person place point possible practice prefer pretty probably problem problems proper properly put question questions
quick quickly quiet quite reason recently regarding related remember remind right rule rules running said saw say says scope second
section see seem seems seen sense sentence serious set short show shows side simple simply situation small sometimes somewhere soon
sorry sort sounds speaking special specific specifically start started state step still stop story stuff summary supposed sure talk
tell tells term terms thank thanks thx today together told tomorrow tonight topic total totally tried true try trying type types
understand understood unclear unsure usually view wait want wanted wants week went whatever wonder wondering word words work worked
working world worry wrong year years yeah yesterday yo ya u ur r n btw fyi imo asap afaik idk lmk tbh ty responsiblity mgmt mgmnt mngmt admin internally
external internal exist exists exactly happening somebody's anyone's everybody's today's computing production prod
`
const verbs = `
act add added adding adds allow allowed allows answer answers applied applies apply applying approve approves arrange arranges assist attach
avoid become becomes build builds built carries carry carrying change changed changes changing close closes collect collects
conduct conducts connect connected connects contain contains contribute cover covered covers delete deletes deleting deletion erase erasure
depend discover enforce enforced enforces enforcing enter execute executed executes facilitate gather govern governs happen hire hires hook
identify implement implemented implementing implements improve improves increase introduce invest join launch launched launches launching
leave leaves lessen live lives load lose loses losing lost meet meets mitigate mitigates obtain opened opening opens order participate pass
permit permits prepare prepares prevent prevents purchase reach reduce refuse reject remove removed removes removing request requested
return save send sending sends serve serves settle settles solve solves spend stay store stored stores storing supervise supervises
supervising support supported supporting supports undertake undertakes upload uploads walk walks visit visits maintain maintains maintained
maintaining maintenance upkeep oversee oversees overseeing address addresses addressed fulfil fulfill fulfils deliver delivers attend
administer administers administrate administration die dies died dead dying enforcement vulnerable implementation overview breakdown stop
stops stopped duties ownership creating settle happens hey
`
/** Words that people tell the circumstances with. They change nothing about who is responsible. */
const scene = `
accident accidentally automatically daily weekly monthly yearly annual annually unused inactive stale affected afternoon aha annoying argue arguing
argument assume assumed assuming attention auditor auditors aware basic believe believes big bigger breaks broke certain chat claim claimed
claims concern concerned concerning concerns cool critical crash crashed crashes curious dangerous deadline debate decent discussed
discussing discussion dispute doubt downstream dude emergency engineers entire entirely entirety evening event exam fail failed failing
fails failure failures fill folks forgot forget friend front fine grateful handled headache heard hour hours huge hypothetically imagine
immediately impression inhouse insist insists instead intend internal introduce irrelevant joined keen kinda largely latest lazy legacy
likely listed literally main major majority manual manually matters meant meeting messed minor minute minutes missing mistake mistakes
modern monday friday tuesday wednesday thursday saturday sunday move moves migrate migrates migrated migrating migration moved moving
multiple mostly needing neither nobody noticed obvious obviously occasionally occur occurs official officially opinion original otherwise
overlooked painful partly past perfect permanently personally planned plan planning popular portion position pretend primarily primary prior
priority process production project projects properly purely purpose quarter raise random rarely rather real reality realise realize recent
refer refers regular regularly relevant rely remain remains replace replaced replaces replacing require required requires result results
roughly safe safely safety sane seriously shift shifts similar single situation slightly sole solely somehow sometime sprint standup stand
statement stays steps strange strictly stupid successful suggest supposedly suspicious swap swapped swaps teammate teammates technically
theory tip tips title tonight tough trap tricky trouble trust typical typically ultimate ultimately uncertain unfortunately unknown urgent
urgently usual various version weekend weird welcome wise wonderful worried worth writes yours zero bunch mine running several newly
existing corporate enterprise startup firm head guys newbie rookie junior senior noob stuck silly dumb
`

/** Words for responsibility itself. */
export const dutyWords: ReadonlySet<string> = new Set(duty.trim().split(/\s+/))

/** Words of grammar alone. */
export const grammarWords: ReadonlySet<string> = new Set(grammar.trim().split(/\s+/))

export const neutralWords: ReadonlySet<string> = new Set([grammar, duty, verbs, talk, scene].flatMap((list) => list.trim().split(/\s+/)))

const neutralStems: ReadonlySet<string> = new Set([...neutralWords].filter((word) => word.length > 4).map(stem))

/** One of them, or another form of one: “avoided”. */
export const isNeutral = (word: string): boolean => neutralWords.has(word) || (/.{3}(?:ed|s)$/u.test(word) && neutralStems.has(stem(word)))

/** Words that join or compare. */
export const comparingWords: ReadonlySet<string> = new Set(
  ['vs', 'versus', 'compare', 'compared', 'comparison', 'difference', 'differences', 'differ', 'differs', 'different', 'between', 'or', 'and', 'both'],
)

/** Words inside a phrase that add no meaning. */
export const smallWords: ReadonlySet<string> = new Set(
  (
    'a an the this that these those its my our ours your their his her on in at of for with against across inside into under ' +
    'all any each every some is are be get gets'
  ).split(' '),
)

const everyday = `
access account address agent alarm alert app application archive attack audit available back backup badge box break button cable camera card
cause center check choice choose clean code colleague color community connection content cool cooling cost course cpu create data database
decide define department deploy design desktop detail developer device disaster disk doctor document door draft drive edge education
electricity email employee enable engine entrance event evidence expire fault fence file fire fix flood framework function gate group guard
guest guide heat heating history home host house image incident information input install instance insurance intern internet invoice key keys
laptop law layer leak legal letter level library license light limit line list load lock log login mail map material media memory message
mobile model module monitor network node note notebook notice nurse object off office open operate operator option output package paper part
pc password patch pay people phone photo picture pipe pixel plan platform plug pod policy port post power private process product program public
record recover region regulation release repair report resource restore review role roll root rotate route rule run scale schedule school
screen server service setting shift ship size software sort spam staff standard storage store student supply support surveillance switch
system table tablet teach teacher team temperature test ticket time token tool track train training transaction traffic trail trial tune
update upgrade user utility vehicle pop ram ha phd visitor volume warn watch water web website window windows wire worker workspace write zone`

/** Stems of words that name something in a course about the cloud, and also something of everyday life. */
export const everydayWords: ReadonlySet<string> = new Set(everyday.trim().split(/\s+/).map(stem))
