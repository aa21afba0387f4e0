package io.switchboard.operations.feedback.web;

import io.switchboard.control.enforcement.web.Problems;
import io.switchboard.kernel.Caller;
import io.switchboard.operations.feedback.Board;
import io.switchboard.operations.feedback.Issue;
import io.switchboard.operations.feedback.IssueId;
import io.switchboard.operations.feedback.IssueState;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The board for the platform's own services: to look at. Changes are made in person. To every other tenant it is 404. */
@RestController
@RequestMapping("/api/board")
class BoardController {

    private final Board board;
    private final Clock clock;

    BoardController(Board board, Clock clock) {
        this.board = board;
        this.clock = clock;
    }

    /** By rank, at most 200; without a state what is new or triaged. */
    @GetMapping
    BoardJson.Ranked ranked(Caller caller, @RequestParam Optional<String> state) {
        requireBoard(caller);
        var wanted = state.map(word -> IssueState.parse(word)
                .orElseThrow(() -> Problems.of(
                        HttpStatus.BAD_REQUEST,
                        "bad-state",
                        "The state is one of new, triaged, mitigated, fixed, verified and declined.")));
        return BoardJson.Ranked.of(board.ranked(caller, wanted.map(Set::of).orElse(Set.of())), clock.instant());
    }

    @GetMapping("/{id}")
    BoardJson.Detail find(Caller caller, @PathVariable String id) {
        requireBoard(caller);
        return Optional.of(id)
                .filter(IssueId::isValid)
                .flatMap(valid -> board.find(caller, new IssueId(valid)))
                .map(issue -> detail(caller, issue))
                .orElseThrow(() -> missing("There is no such issue. Check the id, or list issues at /api/board."));
    }

    private BoardJson.Detail detail(Caller caller, Issue issue) {
        return BoardJson.Detail.of(issue, board.contexts(caller, issue.id()), clock.instant());
    }

    private void requireBoard(Caller caller) {
        if (!board.isHere(caller.tenant())) {
            throw missing("There is no board here. Feedback of this tenant is at /api/feedback.");
        }
    }

    private static ErrorResponseException missing(String detail) {
        return Problems.of(HttpStatus.NOT_FOUND, "not-found", detail);
    }
}
