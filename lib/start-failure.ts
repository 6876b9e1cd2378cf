/** Why a program cannot start or go on, said to whoever runs it; the message is printed alone, without a stack. */
export class StartFailure extends Error {
  override readonly name = 'StartFailure'
}
