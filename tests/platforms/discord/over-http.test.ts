// What the adapter does over the gateway, it does over HTTP.
import { overHttp } from '../../fakes/discord/mode.ts'

const files = ['interactions', 'forms', 'follow-up', 'complete', 'notices', 'pictures', 'post', 'platform']

await overHttp(() => Promise.all(files.map((file) => import(/* @vite-ignore */ `./${file}.test.ts?over-http`))))
