// Ordinary English words that are a letter or two away from words of cloud and security: they are not typos of those.

const list = `
aboriginal abortion acceptance acclaimed accompany achieving acquired activism activist activists actor administrative
administrator adoption adviser advisory albert alliance altogether analyst anton approval architectural arrest arriving athens
attained attracted attraction audio bach ball banner barely bassist bath beach beaches beating became bell bias bike billy
binding bitter book boyd branches breeding bride bros brothers bull cannon carried carrier carriers cast catches cent chair
channels chose chuck citation clarification classics clicking clinical closer closest clothing coast coat coffee coined cole
collaborative collective collector collectors colleges commission commissioned companion comparing compete competed competes
competing compiled complaint complaints complement composed composer compression comprised conceived conception concert concerto
concerts conclude concluded concludes condemned conductor confined congress consent consists constant consumed consumer
contacted contacts contained contest contested continent continuing contribs contributor controller convent convention
conventions conversion converted converting convicted conviction cook cooking cooperation cope correction costa county courtesy
creative creature creatures criminal croatian crossing currency damaging decade decades december decisive decrease dedication
defeating definite definitive delegate delegates deletion deletions demon dental dentist dependent depiction depression deputies
descent deserves desk detained detention developed develops dick dinner direction director directors disability disc discovery
discusses dish dismissed disruptive distance distances district diving doctor donation donations driven drove duration earned
earning easter eating educator eighteen election elections electron eleventh emergence emissions empire employer employers
employment endorsed enlisted ensuing entities equation estimate eternal evacuated excluded excluding exclusive executive
executives expelled expert expertise explicit exploration explored explosive expression extensive extract factions factory
factual faculty falling farmer faster father fight film flight floor food football formal formally formed founding fountain
fraction frontier funding gambling game garden genera generate generated generation giants governor governors guitar haircut
hanging haven healing healthy hearing heath histoire historic holiday hotel humanity identified immediate implications
impossible impressive inability inactive inception inclined inclusion incoming incorporate incorrect incorrectly indefinitely
indication infected infection informative inhabited inherent inline innovation inserted inspection instruction integral
intensity intent intention interact interaction interest interests interpret interpreted interred interval intimate invention
inventor investigator investor invitation involves irregular joke junction killing kitchen laser latter laundry lawyer leader
leaf leased lectures legion legs lesser letter librarian listen literacy literary locality logan logo lovers luck lunch manuel
marie maternal mechanics mediation medieval minister ministers minority missions mistaken moderate modification momentum monkey
monsters monument monuments mothers motivation mountain mountains movement movie music nintendo norman nose notation notified
nuclear objection observers offspring opponent opposition ordained organisms overseas owing padding paper participant
participants passport pasta patent paternal peaked peaking percussion performer performers personality petition petty physician
pier pink pitch pitched pizza planted plastic playing pleasure pocket poem poet police politics poll polls poly porn portable
portugal positive possibly postal pounds powder powerful practical precision preparation presenter presently preserve preserved
presidency prevalent preview pride prime prince princes princess principal printer prize prizes probable procedural proceeds
processor producers productive progress projected promised promises prosecution prospect protective proteins protest protests
province provinces publicity publisher publishers quartet quot quotation quote race railways rally rational reaction recalled
received receiver reception recipe recipient recognition recreate recreation recurring redirect reduction referred reflection
reformed refuge regent register reinforced relates relating relation relations relegated relevance reliable relieved religion
religions relisted relocated remnants rendering reopened repeated repeating reporters reproduction republic reputation research
reside residence residences resident residents resign resigned resistance resolved resolves resort respected retail retirement
reversed reverted reverting reviewers revision rick riot robot rock rode rome room rope rose roster rounds routine ruins sail
sailed sailing salary sale sample sanction sanctions scheme schooling scored scores scoring seas season seasonal seating seattle
secretary selective sequence series served settlers settling severely shed shooting situated slam sleeping slight solution
solved song sovereign span spanning specialty specified spelling sporting spring stability stanford starter statue statues stem
stones stories storms strategic striking stripped structural subset supervision supervisor supplied supporter supporters surely
suspended suspicion tail tales talking tanks tech technical tendency theatres theories thorough thread timeline toll tone took
trace tract traits transition translation triangle tribal tropical truck trustee trustees tube unable unacceptable uncommon
undergoing undertaken undertook unexpected uninvolved unlikely unofficial unrelated unsuccessful unusually upcoming uprising
upstream ussr vacation validity variation ventures verses viable violation ward warm warring wars weakened wealth weather
whatsoever whereas white widow willing worn wounds writers wrote
`

export const commonWords: ReadonlySet<string> = new Set(list.trim().split(/\s+/))
