/** A box to tick. */
export const Check = ({
  name,
  on,
  onToggle,
}: {
  readonly name: string;
  readonly on: boolean;
  readonly onToggle: (on: boolean) => void;
}) => (
  <label className="check">
    <input type="checkbox" checked={on} onChange={(event) => onToggle(event.target.checked)} />
    {name}
  </label>
);
