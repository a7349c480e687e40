import { chainFigures, chainFigureSets, showChainView, useChainView } from '../../state/chain-view';
import { Dialog } from '../../ui/dialog';
import { figureName } from './chain-columns';

/** Which figures stand on either side of the strike; where there is no room the last ones are left out. */
export function FiguresDialog({ onClose }: { readonly onClose: () => void }) {
  const { figures } = useChainView();
  return (
    <Dialog name="Columns of the option chain" onClose={onClose} className="chain-dialog">
      <header className="dialog-head">
        <h2>Columns</h2>
      </header>
      <div className="dialog-body">
        <div className="chain-sets" role="group" aria-label="Column sets">
          {chainFigureSets.map((set) => (
            <button
              key={set.name}
              type="button"
              className="button button-small"
              aria-pressed={set.figures.join() === figures.join()}
              onClick={() => showChainView({ figures: set.figures })}
            >
              {set.name}
            </button>
          ))}
        </div>
        <div className="chain-figures">
          {chainFigures.map((figure) => (
            <label key={figure} className="check">
              <input
                type="checkbox"
                checked={figures.includes(figure)}
                disabled={figures.length === 1 && figures.includes(figure)}
                onChange={(event) =>
                  showChainView({
                    figures: event.target.checked
                      ? [...figures, figure]
                      : figures.filter((other) => other !== figure),
                  })
                }
              />
              {figureName(figure)}
            </label>
          ))}
        </div>
        <p className="muted">
          The first stands nearest to the strike. In a narrow panel the last are left out.
        </p>
      </div>
      <footer className="dialog-foot">
        <button type="button" className="button button-primary" onClick={onClose}>
          Close
        </button>
      </footer>
    </Dialog>
  );
}
