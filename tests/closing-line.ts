// The last line of `npm test`: `N passed, N failed`.
import type { Reporter, TestModule } from 'vitest/node'

export const closingLine: Reporter = {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]) {
    let [passed, failed] = [0, unhandled.length]
    for (const module of modules) {
      const tests = [...module.children.allTests()]
      passed += tests.filter((test) => test.result().state === 'passed').length
      const broken = tests.filter((test) => test.result().state === 'failed').length
      failed += broken === 0 && module.state() === 'failed' ? 1 : broken
    }
    process.once('exit', () => process.stdout.write(`${passed} passed, ${failed} failed\n`))
  },
}
