// Sentences about oneself and the bot, by the command line that answers them: “how do I delete my data”, “change the time”.

export type Ask = readonly [RegExp, string]

/** They say whose: nobody asks this of a course. */
export const ofOneself: readonly Ask[] = [
  [/\b(?:delete|deletes|deleting|erase|remove|forget|wipe)\b.*\b(?:me|my (?:\w+ )?(?:data|answers?|account|history|profile|name|information))\b|\bforgotten\b|\bgdpr (?:request|deletion|erasure)\b/u, 'forget'],
  [/\b(?:export|download|copy of|save|backup)\b.*\bmy (?:\w+ )?(?:data|answers?|history|results?|progress)\b|\bwhat (?:do|does) (?:you|the bot|this bot) (?:know|keep|store|save)\b/u, 'export'],
  [/\bhide (?:me|myself|my)\b|\bwho (?:can |could )?(?:sees?|reads?|knows?|looks at)\b.*\bmy\b|\b(?:is|are) my (?:\w+ )?(?:data|answers?|names?|results?|scores?|points?) (?:\w+ )?(?:private|public|visible|secret|anonymous|shown|hidden)\b|\b(?:me|my name) (?:off|from) (?:the )?(?:board|leaderboard|list)|\bchange my (?:name|alias)\b/u, 'privacy'],
  [/\b(?:unlink|disconnect|separate)\b.*\baccounts?\b/u, 'unlink'],
  [/\b(?:link|connect|merge|combine|join)\b.*\bmy\b.*\baccounts?\b|\bmy (?:slack|discord|other) account\b/u, 'link'],
]

/** Others could be about a course, too, so they count only where it says nothing. */
export const aboutTheBot: readonly Ask[] = [
  [/\banonym\w*\b|\balias\w*\b|\bnickname\b|\bpseudonym\b|\bopt out\b/u, 'privacy'],
  [/\b(?:stop|end|no more|turn off|switch off|disable|mute|without)\b.*\b(?:remind\w*|notifications?|notify\w*|messages?)\b|\bunsubscribe\b/u, 'review off'],
  [/\b(?:stop|end|no more|turn off|switch off|disable|mute|without)\b.*\bnudg\w*\b/u, 'today nudge=off'],
  [/\b(?:change|set|move|different|another|other)\b.*\b(?:time|hour|times|schedule|time ?zone|weekdays?)\b|\bwhat time\b/u, 'settings'],
  [/\bwhat time\b|\bwhen (?:do|does|is|will)\b.*\b(?:question|quiz)\b/u, 'status'],
  [/\b(?:stop|pause|cancel|turn off|end)\b.*\b(?:question|questions|quiz)\b/u, 'help pause'],
  [/\b(?:add|write|upload|import|suggest|submit|own)\b.*\bquestions?\b/u, 'help add-question'],
  [/\b(?:question|answer|key|explanation) (?:is|was|seems) (?:wrong|incorrect|unclear|outdated|bad)\b|\bwrong (?:question|answer|key)\b|\btypo\b/u, 'report'],
  [/^(?!how many\b).*\b(?:vacation|on leave|day off|days off)\b|\b(?:im|i am|ill be|i will be) (?:away|sick|off|out)\b/u, 'away'],
  [/\bstreaks?\b|\bgrace days?\b/u, 'me streak'],
  [/\bwho (?:is|are) (?:the |my |our )?(?:manager|managers|admin|admins|in charge)\b|\bwho (?:manages|runs) (?:this|the (?:bot|quiz))\b/u, 'managers'],
]

const smallTalk = /^(?:(?:hi|hello|hey|hiya|yo|sup|howdy|greetings|welcome|good (?:morning|afternoon|evening|night|day)|morning|bye|goodbye|see you|cheers|thanks?|thank you|thx|ok|okay|cool|nice|great|lol|haha|test|testing|ping)(?: (?:there|bot|all|everyone|everybody|team|folks|you|so much|a lot|again|studyhall))*|(?:hi |hello |hey )?(?:how are you|how is it going|hows it going|whats up|what is up|how do you do|who are you|what are you|are you (?:there|real|human|alive|ok|an? \w+)|i (?:love|hate|like) you|tell me a joke|you (?:rock|suck)|what is your name|whats your name)(?: \w+){0,2})$/u

/** A greeting or the like, and nothing else. */
export const isSmallTalk = (asked: string): boolean => smallTalk.test(asked.toLowerCase().replaceAll(/[^a-z ]/gu, '').replaceAll(/\s+/gu, ' ').trim())
