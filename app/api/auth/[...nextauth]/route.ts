import NextAuth from 'next-auth'
import type { NextRequest } from 'next/server'
import { authOptions, comesFromHere } from '@/app/session'
import { statuses } from '@/lib/refusal'

type Context = { params: Promise<{ nextauth: string[] }> }

async function handle(request: NextRequest, context: Context): Promise<Response> {
  if ((await context.params).nextauth[0] === 'signout') return new Response(null, { status: 404 })
  const answer: unknown = await NextAuth(request, context, authOptions())
  return answer instanceof Response ? answer : new Response(null, { status: 404 })
}

/** Its own token is not enough: every post goes through the same door. */
async function post(request: NextRequest, context: Context): Promise<Response> {
  return (await comesFromHere()) ? handle(request, context) : new Response(null, { status: statuses.forged })
}

export { handle as GET, post as POST }
