/** The form in the body of a request; none where it holds something else. */
export const formIn = (request: Request): Promise<FormData | null> =>
  request.formData().then(
    (form) => form,
    () => null,
  )
