package dev.revgraph.sample.usage;

import dev.revgraph.sample.account.AccountService;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class UsageController {

    private final UsageService usage;
    private final UsageSummaries summaries;
    private final AccountService accounts;

    UsageController(UsageService usage, UsageSummaries summaries, AccountService accounts) {
        this.usage = usage;
        this.summaries = summaries;
        this.accounts = accounts;
    }

    @PostMapping("/usage")
    @ResponseStatus(HttpStatus.CREATED)
    Counted count(@RequestHeader("X-Api-Key") String secret, @RequestBody @Valid Request request) {
        var log = usage.count(secret, request);
        return new Counted(log.getId(), log.getUnits());
    }

    @GetMapping("/accounts/{accountId}/usage")
    List<UsageSummaries.Month> summary(@PathVariable long accountId) {
        return summaries.of(accounts.get(accountId).getId());
    }

    record Counted(long id, int units) {}
}
