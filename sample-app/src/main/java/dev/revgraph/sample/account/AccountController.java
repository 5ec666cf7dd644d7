package dev.revgraph.sample.account;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/accounts")
class AccountController {

    private final AccountService accounts;

    AccountController(AccountService accounts) {
        this.accounts = accounts;
    }

    @PostMapping
    ResponseEntity<AccountView> open(@RequestBody @Valid OpenAccount request) {
        var account = accounts.open(request.email(), request.name(), request.tier() == null ? "free" : request.tier());
        return ResponseEntity.created(URI.create("/accounts/" + account.getId()))
                .body(AccountView.of(account));
    }

    @GetMapping("/{id}")
    AccountView show(@PathVariable long id) {
        return AccountView.of(accounts.get(id));
    }

    record OpenAccount(
            @NotBlank @Email String email,
            @NotBlank String name,
            @Nullable String tier) {}

    record AccountView(long id, String email, String name, String tier, Instant createdAt) {

        static AccountView of(Account account) {
            return new AccountView(
                    account.getId(),
                    account.getEmail(),
                    account.getName(),
                    account.getTier().getCode(),
                    account.getCreatedAt());
        }
    }
}
