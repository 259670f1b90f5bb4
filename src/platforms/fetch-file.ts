// Fetches a file that somebody sent to the bot: no more of it than its command takes, and for no longer than people wait.

/** `type`: what it is served as. `status`: the answer was not the file. */
export type Fetched = { readonly data: Uint8Array; readonly type: string } | { readonly no: 'too-large' | 'unreachable' } | { readonly no: 'refused'; readonly status: number }

type Fetching = { readonly mostBytes: number; readonly headers?: Readonly<Record<string, string>>; /** In milliseconds. */ readonly within?: number }

/** @param url of a host that the caller has checked: redirects are not followed, so nothing is asked of any other one */
export async function fetchFile(url: string, { mostBytes, headers = {}, within = 10_000 }: Fetching): Promise<Fetched> {
  try {
    const answer = await fetch(url, { headers, redirect: 'manual', signal: AbortSignal.timeout(within) })
    if (!answer.ok || answer.body === null) {
      await answer.body?.cancel()
      return { no: 'refused', status: answer.status }
    }
    const parts: Uint8Array[] = []
    let length = 0
    // Leaving the loop breaks off the download.
    for await (const part of answer.body) {
      length += part.byteLength
      if (length > mostBytes) return { no: 'too-large' }
      parts.push(part)
    }
    return { data: Buffer.concat(parts), type: answer.headers.get('content-type') ?? '' }
  } catch {
    return { no: 'unreachable' }
  }
}

export const tooLarge = (name: string, mostBytes: number): string => `${name} is too large. Send at most ${mostBytes >= 1_000_000 ? `${mostBytes / 1_000_000} MB` : `${mostBytes / 1000} kB`} at a time.`
