// What happens on Discord over the gateway happens over HTTP.
import { overHttp } from '../fakes/discord/mode.ts'

const files = ['discord-week', 'discord-setup', 'discord-files', 'discord-direct']

overHttp()
// Under another name than their own: then they are not those that run elsewhere.
await Promise.all(files.map((file) => import(/* @vite-ignore */ `./${file}.test.ts?over-http`)))
