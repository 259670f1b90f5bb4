// An object whose parts are made when they are first asked for.

type Makers<Whole> = { readonly [Name in keyof Whole]: () => Whole[Name] }

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
