import { SaveView } from '@/lib/lists/forms'
import { saveView } from '../lists/save-view'
import type { Hands } from './file-from'

/** Lists that the team keeps for everybody in it. */
export async function keepViews({ coordinator, worker }: Hands): Promise<void> {
  const returns = { name: 'About to be sent back', list: 'situation=IMMINENT_RETURN&sort=review' }
  const silent = { name: '석 달 넘게 소식 없음', list: 'silence=90&sort=silence' }
  await coordinator.acts((ctx) => saveView(ctx, SaveView.parse({ ...returns, shared: 'on' })))
  await worker.acts((ctx) => saveView(ctx, SaveView.parse({ ...silent, shared: 'on' })))
}
