package io.switchboard;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The portal: one deployable, many rooms. {@code docs/architecture.md} has the picture. */
@SpringBootApplication
public class Switchboard {

    public static void main(String[] args) {
        SpringApplication.run(Switchboard.class, args);
    }
}
