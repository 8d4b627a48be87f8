export default function FrontPage() {
  return <main>Slotkeeper</main>;
}
