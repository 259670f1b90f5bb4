// OTEL_RESOURCE_ATTRIBUTES: https://opentelemetry.io/docs/specs/otel/resource/sdk/#specifying-resource-information-via-an-environment-variable

/** Undefined for what is not of the form `name=value,name=value`. */
export function attributesIn(written: string): Readonly<Record<string, string>> | undefined {
  const pairs = written.split(',').filter((pair) => pair.trim() !== '').map((pair) => pair.split('=').map((part) => decoded(part.trim())))
  return pairs.every((pair) => pair.length === 2 && pair[0] !== '' && !pair.includes(undefined)) ? (Object.fromEntries(pairs) as Record<string, string>) : undefined
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part)
  } catch {
    return undefined
  }
}
