// Ordinary English words that lie a letter or two away from words of cloud and security. They are words, not slips of the pen.

const list = `
aboriginal abortion acceptance acclaimed accompany achieving acquired activism activist activists actor admit adoption adviser
advisory albert alice alliance alto altogether analyst anton architectural arena arrest arriving assisted athens attained
attracted attraction audio axis bach ball banner barely bark barn basin basis bass bath beach beaches beast beat beating beck
bell belt bias biased bike billy binding bitter black blog blow book bore boyd brad branches bread breeding bride bros brothers
bull cafe cage calm cannon cape carl carr casey cash cast catches cave cease cent chair chase chile chose chuck citation
clarification classics clicking clinical clothing coast coat coffee coined cole collaborative collective collector commission
commissioned companion comparing compete competed competes competing compiled complaint complaints composed composer compression
comprised conceived conception concert concerto concerts conclude concluded concludes condemned confined congress consent
consists constant consumed consumer contained contains contest continent continuing contribs controller convent convention
conventions conversion converted converting conviction cook cooking cooperation cope cork corn corp correction costa county
courtesy creative creature creatures crime criminal croatian crossing cure currency dale damaging dame dave dawn deaf dean dear
decade decades december decisive dedication definite definitive deletion demon dental dentist dependent depiction depression
deputies descent deserves desk detained detention developed develops dick dies dinner direction director directors disability
disc discusses dish dismissed disruptive distance distances district diving doctor dogs donation donations driven drove duration
earned earning easter eating educator eighteen election elections electron eleventh emergence emissions empire employer
employers employment enlisted ensuing entities equation estimate eternal evacuated even excluded excluding exclusive executed
executive expelled expert expertise explicit exploration explored explosive expression extensive extract face factions factory
factual faculty falling fame farmer faster fate father feet fight film films flag fled flee flew flies flight floor flown font
food football form formal formally formed founding fraction fred frog frontier funding gambling game garden genera generate
generated generation giant giants grand guitar haircut halt hardy harm hart haven healing healthy hearing heath held hell hill
histoire historic holiday holy hope hotel hugh hull humanity identified immediate implications impossible impressive inability
inactive inception inclined inclusion incoming incorporate incorrect incorrectly indefinitely indication infected infection
informative inhabited inherent inline innovation inserted inspection instruction integral intensity intent intention interact
interaction interest interests interpret interpreted interred interval intimate intro invention inventor investigator invitation
involves irregular joke junction kent killing kitchen knew lane lang laser late latter laundry lawyer leader leaf lease leased
lectures legion legs letter librarian lisa listen literacy literary liver loan locality logan logo lone lord loud love loved
lovers loves loyal luck luke lunch lung male mall mann manor manuel marie marker mary mate maternal mayor meal mechanics medal
median mediation medieval meta mice mike mile mini minority missions mistaken moderate modification momentum monkey monsters
monte monument monuments moth mothers motivation mountain mouth movement movie music nintendo noise norman nose notation
notified nuclear objection observers offspring opponent opposition ordained organisms owen owing pack paid pain paint paper para
park passport pasta patent paternal peaked peaking percussion performer performers personality petition petty physician pier
pink pitch pitched pizza planet plant planted plastic plate play playing pleasure pocket poem poet police politics poll polls
polo poly poor porn portable portugal positive possibly postal pounds powder powerful practical precision preparation presenter
presently preserve preserved presidency preview pride prime prince princes princess principal printer prize prizes probable
procedural proceeds processor productive progress projected promised promises prosecution prospect protective proteins protest
protests province provinces publicity quartet quot quotation quote race raid railways rain rally rational reaction rear recalled
received receiver reception recipe recipient recognition recreate recreation recurring redirect reduction reed referred
reflection reformed regent register reid relates relating relation relations relegated relevance reliable relieved religion
religions relisted relocated remnants rendering repeated repeating reporters reproduction republic reputation research reside
residence residences resident residents resign resigned resistance resolved resort respected retail retirement returned reversed
reverted reverting reviewers revision rick riot road robot rock rode rome room rope rose roster rounds routine rude ruins rulers
rush sail sailed sailing sake salary sale sample sanction sanctions sand scheme schooling score scored seas season seasonal
seating secretary seed selective sell sequence served serves settling severely shed shooting shore shot sing situated size sizes
skull slam sleeping slide slight smart soft solution song sovereign span spanning specialty specified spelling spite spoke sport
sporting spring stability stake stan stanford starter statue statues steep stem stock stone storm striking structural stuart
subset supervisor supplied surely suspended suspicion tail tale tales talking tall tank tanks tape tears tech technical tendency
thai theatres theories thorough thread tide tiger timeline toll tone took torn trace tract traits tram transition translation
triangle tribal tropical truck trustee trustees tube twin unable unacceptable uncommon undergoing undertook unexpected
uninvolved unlikely unofficial unrelated unsuccessful unusually upcoming uprising upstream ussr vacation validity variation
ventures verses viable violation ward warm warring wars weakened wealth weather whatsoever wheat whereas white widow width wife
willing wine wire witch wore worn wounds writers wrote
`

export const commonWords: ReadonlySet<string> = new Set(list.trim().split(/\s+/))
