// Makes spans of what the parts of the bot tell. Of people, workspaces, and channels nothing is told, and nothing gets in here.
import { AsyncLocalStorage } from 'node:async_hooks'
import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace as api, type Attributes, type Context, type Span, type Tracer } from '@opentelemetry/api'
import type { LedgerMeasures, Measures, PlatformMeasures, RoundMeasures } from '../core/measures.ts'
import type { Trace } from '../core/trace.ts'
import { bounded } from './bounded.ts'

/** What is under way. */
type Root = { readonly of: 'request' | 'round'; readonly span: Span; readonly context: Context; action?: string }

export type Spans = { readonly trace: Trace; readonly measures: Measures }

type Begun = { readonly name: string; readonly attributes: Attributes; readonly kind?: SpanKind; readonly began: number }

export function spansOf(tracer: Tracer): Spans {
  const underWay = new AsyncLocalStorage<Root>()
  /** What a timer does later, long after the request that set it, is no part of that request. */
  const here = (): Root | undefined => {
    const root = underWay.getStore()
    return root?.span.isRecording() === true ? root : undefined
  }
  const open = ({ name, attributes, kind = SpanKind.INTERNAL, began }: Begun, context = ROOT_CONTEXT) => tracer.startSpan(name, { attributes, kind, startTime: began }, context)

  async function run<Done>(of: Root['of'], begun: Begun, work: () => Promise<Done>): Promise<Done> {
    const span = open(begun)
    try {
      return await underWay.run({ of, span, context: api.setSpan(ROOT_CONTEXT, span) }, work)
    } catch (fault) {
      failed(span, faultNames(fault instanceof Error ? fault.name : 'other'))
      throw fault
    } finally {
      span.end(performance.now())
    }
  }

  /** A part of what is under way that is over. */
  function part(root: Root | undefined, begun: Begun): Span | undefined {
    return root === undefined ? undefined : open(begun, root.context)
  }

  const [faultNames, whys] = [bounded(), bounded()]
  const round = () => {
    const root = here()
    return root?.of === 'round' ? root.span : undefined
  }

  const trace: Trace = {
    answered: (what) => {
      const root = here()
      if (root?.of !== 'request') return
      const { action, outcome } = what()
      if (outcome === 'failed') failed(root.span, 'request')
      // A press in a page draws the page once more, which is another request of its own.
      if (root.action !== undefined) return
      root.action = action
      root.span.setAttributes({ 'studyhall.action': action, 'studyhall.outcome': outcome })
    },
    step: (step, of, work) => run('round', { name: `round ${step}`, attributes: roundAttributes(of), began: performance.now() }, work),
    stepped: (step, of, began) => open({ name: `round ${step}`, attributes: roundAttributes(of), began }).end(performance.now()),
    failed: (why) => {
      const root = here()
      if (root !== undefined) failed(root.span, whys(why))
    },
  }

  const rounds: RoundMeasures = {
    due: nothing,
    posted: ({ dueAt }, at) => round()?.setAttributes({ 'studyhall.outcome': 'posted', 'studyhall.delay_ms': Math.max(at - dueAt, 0) }),
    notPosted: (_, outcome, why) => {
      const span = round()
      span?.setAttributes({ 'studyhall.outcome': outcome, 'studyhall.reason': why })
      if (outcome === 'failed' && span !== undefined) failed(span, why)
    },
  }

  const ledger: LedgerMeasures = {
    committed: nothing,
    queued: () => {
      const [root, asked] = [here(), performance.now()]
      if (root === undefined) return nothing
      return ({ began, jobs, failed: isFault }) => {
        const span = part(root, { name: 'ledger commit', attributes: { 'studyhall.jobs': jobs }, began: asked })
        span?.addEvent('the commit begins', began)
        if (isFault && span !== undefined) failed(span, 'ledger')
        span?.end(performance.now())
      }
    },
  }

  const platform = (name: string): PlatformMeasures => {
    const [methodOf, codeOf] = [bounded(), bounded()]
    return {
      requested: (method, code, duration) => {
        const root = here()
        if (root === undefined) return
        const [safeMethod, safeCode] = [methodOf(method), codeOf(code)]
        const attributes = { 'studyhall.method': safeMethod, 'studyhall.code': safeCode }
        const span = part(root, { name: `${name} ${safeMethod}`, attributes, kind: SpanKind.CLIENT, began: performance.now() - duration })
        if (span !== undefined && !/^(?:ok|[23]\d\d)$/u.test(code)) failed(span, safeCode)
        span?.end(performance.now())
      },
      toWait: nothing,
      acknowledged: (_, duration) => part(here(), { name: 'acknowledge', attributes: {}, began: performance.now() - duration })?.end(performance.now()),
      handled: (kind, began, work) => run('request', { name: `${name} ${kind}`, attributes: { 'studyhall.platform': name, 'studyhall.kind': kind }, kind: SpanKind.SERVER, began }, work),
      notShown: () => trace.failed('not_shown'),
    }
  }

  return { trace, measures: { rounds, ledger, platform, answered: nothing, backedUp: nothing } }
}

const nothing = (): void => undefined

/** Without the fault's own words, in which there may be anything. */
const failed = (span: Span, type: string): void => void span.setStatus({ code: SpanStatusCode.ERROR }).setAttribute('error.type', type)

const roundAttributes = ({ id, group, dueAt }: Parameters<Trace['stepped']>[1]): Attributes => ({
  'studyhall.round': id,
  'studyhall.platform': group.slice(0, Math.max(group.indexOf(':'), 0)) || 'other',
  'studyhall.due': new Date(dueAt).toISOString(),
})
