// What the adapter does over the gateway, it does over HTTP.
import { overHttp } from '../../fakes/discord/mode.ts'

const files = ['interactions', 'forms', 'follow-up', 'complete', 'notices', 'pictures', 'platform']

overHttp()
// Under another name than their own: then they are not those that run elsewhere.
await Promise.all(files.map((file) => import(/* @vite-ignore */ `./${file}.test.ts?over-http`)))
