// Reads the components of a message as Discord returns it: which controls it has, and which values its menus offer.
import type { Shows } from '../../platform.ts'
import { controlIn } from '../custom-id.ts'

export type Component = { readonly id?: number; readonly custom_id?: string; readonly options?: readonly { readonly value: string }[]; readonly components?: readonly Component[]; readonly accessory?: Component }

/** In order. */
export function saidBy(components: readonly Component[] | undefined): Shows {
  const all = allOf(components)
  return {
    controls: all.flatMap(({ custom_id: customId }) => (customId === undefined ? [] : [controlIn(customId)])),
    values: all.flatMap(({ options = [] }) => options.map(({ value }) => value)),
  }
}

/** Every component, nested ones too. */
export function allOf(components: readonly Component[] | undefined): readonly Component[] {
  return (components ?? []).flatMap((component) => [component, ...allOf(component.components), ...(component.accessory === undefined ? [] : allOf([component.accessory]))])
}
