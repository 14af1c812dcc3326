package dev.pageturner.samples.spring;

import dev.pageturner.samples.shop.client.ShopClient;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The service. Its one client of the shop is shared by all requests, and closed at the end. */
@SpringBootApplication
public class Service {
  /**
   * Starts the service.
   *
   * @param args properties: {@code --shop.url=… --shop.token=…}
   */
  public static void main(String... args) {
    SpringApplication.run(Service.class, args);
  }

  @Bean
  ShopClient shop(
      @Value("${shop.url:" + ShopClient.BASE_URL + "}") String url,
      @Value("${shop.token:none}") String token) {
    return ShopClient.newBuilder()
        .baseUrl(url)
        .bearer(() -> token)
        .configure(api -> api.rateLimit(100, Duration.ofMinutes(1)))
        .build();
  }
}
