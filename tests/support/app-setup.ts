import type { TestProject } from 'vitest/node'
import { type Running, startProduct } from './product'

declare module 'vitest' {
  export interface ProvidedContext {
    product: Running
  }
}

/** One product for all files that neither restart it nor count what is in it; its start builds it when that is needed. */
export default async function setup(project: TestProject) {
  const { end, origin, password, world, folders } = await startProduct()
  project.provide('product', { origin, password, world, folders })
  return end
}
