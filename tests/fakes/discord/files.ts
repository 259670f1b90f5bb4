// Files that come with a request, and the attachments that a message has after it.
// https://docs.discord.com/developers/reference#uploading-files and …/resources/message#edit-message
import { allComponents, type Attachment, type Component, type Json } from './world.ts'

type File = { readonly name: string; readonly data: Uint8Array }

const known = new WeakMap<object, ReadonlyMap<string, File>>()

/** A body in parts: `payload_json`, and `files[n]`. The files are remembered beside the body. */
export async function readForm(type: string, bytes: Uint8Array): Promise<Json> {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData()
  const body = JSON.parse(String(form.get('payload_json'))) as Json
  const files = new Map<string, File>()
  for (const [name, part] of form) {
    const [, number] = /^files\[(\d+)\]$/u.exec(name) ?? []
    if (number !== undefined && typeof part !== 'string') files.set(number, { name: part.name, data: new Uint8Array(await part.arrayBuffer()) })
  }
  known.set(body, files)
  return body
}

type Change = { readonly attachments: readonly Attachment[]; readonly problems: readonly string[] }

/**
 * What a message has after it was made or edited. Those that an edit does not name are gone; without a list, all stay.
 *
 * @param body what the files came with; `data` is the message in it
 */
export function attachmentsAfter(before: readonly Attachment[], { body, data, newId }: { readonly body: Json; readonly data: Json; readonly newId: () => string }): Change {
  const files = known.get(body) ?? new Map<string, File>()
  const named = (data['attachments'] as readonly Json[] | undefined) ?? [...before.map(({ id }): Json => ({ id })), ...[...files.keys()].map((id): Json => ({ id }))]
  const problems: string[] = []
  const attachments = named.flatMap((one): Attachment[] => {
    const id = String(one['id'])
    const [kept, file] = [before.find((each) => each.id === id), files.get(id)]
    if (file !== undefined) return [{ id: newId(), filename: String(one['filename'] ?? file.name), description: String(one['description'] ?? ''), size: file.data.byteLength, data: file.data }]
    if (kept === undefined) problems.push(`attachments: there is no file ${id}`)
    return kept === undefined ? [] : [kept]
  })
  const urls = allComponents((data['components'] ?? []) as readonly Component[]).flatMap(({ items, file }) => [
    ...((items ?? []) as readonly { readonly media: { readonly url: string } }[]).map(({ media }) => media.url),
    // https://docs.discord.com/developers/components/reference#file
    ...(file === undefined ? [] : [(file as { readonly url: string }).url]),
  ])
  for (const url of urls) if (url.startsWith('attachment://') && !attachments.some(({ filename }) => url === `attachment://${filename}`)) problems.push(`components: ${url} is not among the files`)
  return { attachments, problems }
}
