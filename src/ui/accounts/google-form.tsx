/** Leads to Google and back; `action` says what for. */
export function GoogleForm({ action, callbackUrl }: { action: string; callbackUrl?: string | undefined }) {
  return (
    <form method="post" action={action} className="sk-stack sk-below">
      {callbackUrl ? <input type="hidden" name="callbackUrl" value={callbackUrl} /> : null}
      <button className="sk-button sk-quiet sk-full" type="submit">
        Continue with Google
      </button>
    </form>
  );
}
