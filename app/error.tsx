'use client'

import { LastNet } from './ui/last-net'

export default function Broken({ retry }: { retry: () => void }) {
  return <LastNet retry={retry} />
}
