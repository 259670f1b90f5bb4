// An object whose fields are computed when they are first read.

type Makers<Whole> = { readonly [Name in keyof Whole]: () => Whole[Name] }

/** Each maker is called at most once; its value then replaces the getter. */
export function lazy<Whole extends object>(makers: Makers<Whole>): Whole {
  const whole = {}
  for (const name of Object.keys(makers) as (keyof Whole)[]) {
    const fix = (value: Whole[typeof name]) => Object.defineProperty(whole, name, { value, enumerable: true })
    const get = () => {
      const value = makers[name]()
      fix(value)
      return value
    }
    Object.defineProperty(whole, name, { get, enumerable: true, configurable: true })
  }
  return whole as Whole
}
